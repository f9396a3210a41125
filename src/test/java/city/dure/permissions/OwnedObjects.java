package city.dure.permissions;

/**
 * The objects of one row of the matrix with {@code own} cells; a room puts a bean of this kind
 * beside its tests ({@code @Component}), and the generated test asks for them as both people.
 */
public interface OwnedObjects {
    /** The row, such as {@code intake.follow}. */
    String row();

    /**
     * A path of this pattern to an object that is the owner's, made when asked for.
     *
     * @param pattern as it stands in the matrix, such as {@code /merchants/applications/{id}}
     */
    String path(String pattern);

    /** The sign-in name of a demo person whose they are. */
    String ownUser();

    /** The sign-in name of a demo person of the same role whose they are not. */
    String foreignUser();
}
