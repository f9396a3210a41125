package city.dure.intake;

import city.dure.applications.PaperType;
import city.dure.applications.TestApplications;
import city.dure.identity.Passwords;
import city.dure.permissions.OwnedObjects;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import org.springframework.stereotype.Component;

/** Applications that somebody is writing. */
@Component
class OwnedDrafts implements OwnedObjects {
    private final Drafts drafts;
    private final Passwords people;

    OwnedDrafts(Drafts drafts, Passwords people) {
        this.drafts = drafts;
        this.people = people;
    }

    @Override
    public String row() {
        return "intake.write";
    }

    @Override
    public String path(String pattern) {
        var owner = new Actor(people.find(ownUser()).orElseThrow().account().ref(), Role.CITIZEN);
        drafts.of(owner).forEach(old -> drafts.remove(owner, old.id()));
        DraftId id = drafts.begin(owner, Answers.none());
        drafts.addSheet(owner, id, PaperType.OTHER, TestApplications.certificate().paper());
        String sheet = drafts.own(owner, id).sheets().getFirst().id().toString();
        return pattern.replace("{id}", id.toString()).replace("{sheet}", sheet);
    }

    @Override
    public String ownUser() {
        return "shop.bakery";
    }

    @Override
    public String foreignUser() {
        return "shop.bakery.clerk";
    }
}
