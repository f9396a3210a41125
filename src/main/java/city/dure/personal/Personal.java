package city.dure.personal;

/**
 * A value that tells something about a person. Its {@code toString} is {@link #masked}, so that
 * neither a page nor a log shows it by accident; who may see it asks for {@link #plain}.
 */
public sealed interface Personal
        permits BankAccount, BirthDate, CardCode, EmailAddress, PersonName, Phone, PostalAddress {
    /** The value itself, as it is kept and as its person writes it. */
    String plain();

    /** As much as tells one from another. */
    String masked();
}
