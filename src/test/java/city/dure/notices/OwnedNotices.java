package city.dure.notices;

import city.dure.identity.Passwords;
import city.dure.permissions.OwnedObjects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Notices in somebody's inbox. */
@Component
class OwnedNotices implements OwnedObjects {
    private final Notices notices;
    private final Passwords people;
    private final TransactionOperations transaction;

    OwnedNotices(Notices notices, Passwords people, TransactionOperations transaction) {
        this.notices = notices;
        this.people = people;
        this.transaction = transaction;
    }

    @Override
    public String row() {
        return "notices.inbox";
    }

    @Override
    public String path(String pattern) {
        var owner = people.find(ownUser()).orElseThrow().account();
        transaction.executeWithoutResult(
                status -> notices.tell(owner, Notice.of("notices.empty", "/me")));
        long id =
                transaction.execute(
                        status -> notices.page(owner, true, null, 1).rows().getFirst().id());
        return pattern.replace("{id}", String.valueOf(id));
    }

    @Override
    public String ownUser() {
        return "citizen.lee";
    }

    @Override
    public String foreignUser() {
        return "citizen.kim";
    }
}
