package city.dure.permissions;

/**
 * One object for the generated test of {@code own} cells; a room puts a bean of this kind beside
 * its tests ({@code @Component}), and the test asks for the object as both people.
 */
public interface OwnedObject {
    /** The handler's path pattern, such as {@code /merchants/applications/{id}}. */
    String pattern();

    /** The method, such as {@code GET}. */
    String method();

    /** The path to an object that exists, made when asked for. */
    String path();

    /** The sign-in name of a demo person whose it is. */
    String ownUser();

    /** The sign-in name of a demo person of the same role whose it is not. */
    String foreignUser();
}
