package city.dure.mydata;

import city.dure.access.Access;
import city.dure.access.AccessLog;
import city.dure.applications.Applications;
import city.dure.citizens.Citizen;
import city.dure.citizens.Citizens;
import city.dure.citizens.Profile;
import city.dure.consents.Consents;
import city.dure.merchants.Merchants;
import city.dure.personal.Personal;
import city.dure.shared.Actor;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what rooms keep about a person. */
@Service
@Transactional(readOnly = true)
class Copies {
    private static final int VIEWS = 1_000;

    private final Citizens citizens;
    private final Consents consents;
    private final AccessLog log;
    private final Merchants merchants;
    private final Applications applications;
    private final Clock clock;

    Copies(
            Citizens citizens,
            Consents consents,
            AccessLog log,
            Merchants merchants,
            Applications applications,
            Clock clock) {
        this.citizens = citizens;
        this.consents = consents;
        this.log = log;
        this.merchants = merchants;
        this.applications = applications;
        this.clock = clock;
    }

    public Copy of(Actor actor) {
        Optional<Citizen> own = citizens.of(actor);
        return new Copy(
                clock.instant(),
                own.map(this::person).orElse(null),
                own.map(this::lived).orElse(List.of()),
                agreed(actor),
                own.map(this::views).orElse(List.of()),
                merchants.shopsOf(actor).stream()
                        .map(each -> new Copy.Shop(each.merchant().ref(), each.membership().name()))
                        .toList(),
                applications.of(actor).stream()
                        .map(each ->
                                new Copy.Application(
                                        each.ref(),
                                        each.name(),
                                        each.state().code(),
                                        each.submittedAt()))
                        .toList());
    }

    private Copy.Person person(Citizen own) {
        Profile profile = citizens.profile(own.id()).orElseThrow();
        return new Copy.Person(
                own.id().ref(),
                profile.name().plain(),
                profile.birth().day(),
                plain(profile.email()),
                plain(profile.phone()),
                plain(profile.address()),
                own.level());
    }

    private List<Copy.Lived> lived(Citizen own) {
        return citizens.residences(own.id()).stream()
                .map(each ->
                        new Copy.Lived(
                                each.district(), each.movedIn(), each.movedOut(), each.source()))
                .toList();
    }

    private List<Copy.Agreed> agreed(Actor actor) {
        return consents.of(actor.ref()).stream()
                .filter(each -> each.at() != null)
                .map(each ->
                        new Copy.Agreed(
                                each.text().kind().code(),
                                Objects.requireNonNullElse(each.given(), each.text().version()),
                                each.at(),
                                each.given() != null))
                .toList();
    }

    private List<Copy.Viewed> views(Citizen own) {
        return log.about(own.id().ref(), null, VIEWS).rows().stream().map(Copies::viewed).toList();
    }

    private static Copy.Viewed viewed(Access line) {
        return new Copy.Viewed(
                line.at(), line.what().code(), text(line.about()), text(line.reason()));
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static @Nullable String plain(@Nullable Personal value) {
        return value == null ? null : value.plain();
    }
}
