package city.dure.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.identity.Passwords;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.Authentication;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Every place of an {@code own} row, on an object that is one's own and on somebody else's. */
@PortalTest
class OwnedObjectsTests {
    @Autowired Permissions permissions;
    @Autowired MockMvcTester mvc;
    @Autowired ObjectProvider<OwnedObjects> owned;
    @Autowired ActorArgument actors;
    @Autowired Passwords passwords;

    @Test
    void knowsObjectsForEveryOwnRow() {
        var rows =
                permissions.matrix().rows().stream()
                        .filter(row -> !MatrixTests.FILTERS.contains(row.room()))
                        .filter(row -> row.cells().containsValue(Cell.OWN))
                        .filter(row -> !objects(row).isEmpty())
                        .map(OwnedObjectsTests::name)
                        .toList();
        assertThat(owned.stream().map(OwnedObjects::row))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void showsAnObjectToItsOwnerOnly() {
        assertThat(owned.stream().flatMap(objects -> strangers(objects).stream())).isEmpty();
    }

    /** Takes the check of whose it is out: whoever asks is taken for the owner. */
    @Test
    void noticesAnObjectThatAnybodyMayOpen() {
        for (OwnedObjects objects : owned.stream().toList()) {
            String owner = passwords.find(objects.ownUser()).orElseThrow().account().ref();
            ReflectionTestUtils.setField(
                    actors, "permissions", new TakesAllFor(new Actor(owner, Role.CITIZEN)));
            try {
                assertThat(strangers(objects))
                        .containsExactlyElementsOf(
                                objects(row(objects)).stream()
                                        .map(place -> "a stranger may " + place)
                                        .toList());
            } finally {
                ReflectionTestUtils.setField(actors, "permissions", permissions);
            }
        }
    }

    /** Where an owner may not what is their own, or a stranger may. */
    private List<String> strangers(OwnedObjects objects) {
        var asking = new Asking(mvc);
        var findings = new ArrayList<String>();
        for (String place : objects(row(objects))) {
            String method = place.substring(0, place.indexOf(' '));
            String pattern = place.substring(place.indexOf(' ') + 1);
            String path = objects.path(pattern);
            // The stranger first: the owner's request may use the object up.
            int stranger = asking.status(method, path, objects.foreignUser(), false);
            int owner = asking.status(method, path, objects.ownUser(), false);
            if (stranger != 403 && stranger != 404) {
                findings.add("a stranger may " + place);
            }
            if (owner == 400 || owner == 403 || owner == 404 || owner == Asking.SENT_TO_SIGN_IN) {
                findings.add("the owner may not " + place + ": " + owner);
            }
        }
        return findings;
    }

    private MatrixRow row(OwnedObjects objects) {
        return permissions.matrix().row(objects.row()).orElseThrow();
    }

    /** The places of a row that name an object in their path. */
    private static List<String> objects(MatrixRow row) {
        return places(row).filter(place -> place.contains("{")).toList();
    }

    private static String name(MatrixRow row) {
        return row.room() + "." + row.name();
    }

    /** The places of a row, such as {@code GET /me}. */
    static Stream<String> places(MatrixRow row) {
        return row.paths().entrySet().stream()
                .flatMap(method ->
                        method.getValue().stream().map(path -> method.getKey() + " " + path));
    }

    private static final class TakesAllFor extends Permissions {
        private final Actor owner;

        TakesAllFor(Actor owner) {
            this.owner = owner;
        }

        @Override
        public Actor actor(HttpServletRequest request, @Nullable Authentication person) {
            return owner;
        }
    }
}
