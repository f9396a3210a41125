package city.dure.browser;

/** What is done with each page that somebody passes on their {@link Rounds}. */
interface Eye {
    /** Looks at the present page, which can be opened again by its address. */
    void look(Visitor visitor, String name);

    /** Looks at the present page as it stands: the answer to a form, or something passing. */
    void lookOnce(Visitor visitor, String name);
}
