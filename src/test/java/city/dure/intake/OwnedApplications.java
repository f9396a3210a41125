package city.dure.intake;

import city.dure.applications.Applications;
import city.dure.applications.TestApplications;
import city.dure.identity.Passwords;
import city.dure.permissions.OwnedObjects;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import org.springframework.stereotype.Component;

/** Applications that somebody sent in. */
@Component
class OwnedApplications implements OwnedObjects {
    private final Applications applications;
    private final Passwords people;

    OwnedApplications(Applications applications, Passwords people) {
        this.applications = applications;
        this.people = people;
    }

    @Override
    public String row() {
        return "intake.follow";
    }

    @Override
    public String path(String pattern) {
        var owner = new Actor(people.find(ownUser()).orElseThrow().account().ref(), Role.CITIZEN);
        var name = "주인 있는 빵집 " + TestApplications.unique();
        var id = applications.submit(owner, TestApplications.bakery(name));
        var paper = applications.own(owner, id).sheets().getFirst().id();
        return pattern.replace("{id}", id.toString()).replace("{paper}", paper.toString());
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
