package city.dure.mydata;

import city.dure.access.Access;
import city.dure.access.AccessLog;
import city.dure.citizendesk.DeskVisits;
import city.dure.citizens.Citizen;
import city.dure.citizens.Citizens;
import city.dure.citizens.FormerIds;
import city.dure.citizens.Profile;
import city.dure.consents.Consents;
import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.identity.Passwords;
import city.dure.notices.Notices;
import city.dure.passkeys.Passkeys;
import city.dure.personal.Personal;
import city.dure.shared.Actor;
import city.dure.shared.Page;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what rooms keep about a person. */
@Service
@Transactional(readOnly = true)
class Copies {
    private static final int PAGE = 500;

    private final Citizens citizens;
    private final FormerIds formerIds;
    private final Consents consents;
    private final AccessLog log;
    private final Accounts accounts;
    private final Notices notices;
    private final MessageSource texts;
    private final ShopCopies shops;
    private final DeskVisits visits;
    private final MoneyCopies moneyOf;
    private final Passwords passwords;
    private final Passkeys passkeys;
    private final Clock clock;

    Copies(
            Citizens citizens,
            FormerIds formerIds,
            Consents consents,
            AccessLog log,
            Accounts accounts,
            Notices notices,
            MessageSource texts,
            ShopCopies shops,
            DeskVisits visits,
            MoneyCopies moneyOf,
            Passwords passwords,
            Passkeys passkeys,
            Clock clock) {
        this.citizens = citizens;
        this.formerIds = formerIds;
        this.consents = consents;
        this.log = log;
        this.accounts = accounts;
        this.notices = notices;
        this.texts = texts;
        this.shops = shops;
        this.visits = visits;
        this.moneyOf = moneyOf;
        this.passwords = passwords;
        this.passkeys = passkeys;
        this.clock = clock;
    }

    public Copy of(Actor actor) {
        Optional<Citizen> own = citizens.of(actor);
        var transfers = own.map(citizen -> moneyOf.transfers(citizen.id())).orElse(List.of());
        return new Copy(
                clock.instant(),
                notices.language(actor).map(Locale::getLanguage).orElse(null),
                own.map(this::person).orElse(null),
                own.map(this::lived).orElse(List.of()),
                agreed(actor),
                views(actor, own),
                signIns(actor),
                told(actor),
                shops.worksIn(actor),
                shops.applications(actor),
                shops.drafts(actor),
                shops.paid(actor),
                shops.reports(actor),
                own.map(citizen -> visits.of(citizen.id())).orElse(List.of()),
                own.map(citizen -> moneyOf.wallet(citizen.id())).orElse(List.of()),
                own.map(citizen -> moneyOf.topUps(citizen.id())).orElse(List.of()),
                transfers,
                moneyOf.owed(transfers),
                own.map(citizen -> moneyOf.cards(citizen.id())).orElse(List.of()),
                new Copy.SignsIn(passwords.has(account(actor)), passkeys.of(account(actor))));
    }

    /** What the page shows of it: what was typed, and how much there is of the rest. */
    Summary summary(Actor actor) {
        Optional<Citizen> own = citizens.of(actor);
        return new Summary(
                own.map(this::person).orElse(null),
                own.map(citizen -> citizens.residences(citizen.id()).size()).orElse(0),
                consents.history(actor.ref()).size(),
                shops.applied(actor),
                shops.worksIn(actor).size(),
                shops.drafts(actor).size(),
                shops.paid(actor).size());
    }

    record Summary(
            Copy.@Nullable Person person,
            int lived,
            int consents,
            int applications,
            int shops,
            int drafts,
            int accounts) {}

    private static AccountId account(Actor actor) {
        return AccountId.valueOf(actor.ref());
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
                own.level(),
                new Copy.Proven(own.emailAt(), own.phoneAt(), own.provenAt(), own.provenBy()),
                own.registeredAt(),
                own.listed(),
                formerIds.refs(own.id()).stream().skip(1).toList());
    }

    private List<Copy.Lived> lived(Citizen own) {
        return citizens.residences(own.id()).stream()
                .map(each ->
                        new Copy.Lived(
                                each.district(), each.movedIn(), each.movedOut(), each.source()))
                .toList();
    }

    private List<Copy.Agreed> agreed(Actor actor) {
        return consents.history(actor.ref()).stream()
                .map(each ->
                        new Copy.Agreed(
                                each.kind().code(), each.version(), each.given(), each.withdrawn()))
                .toList();
    }

    private List<Copy.Viewed> views(Actor actor, Optional<Citizen> own) {
        var refs = new ArrayList<>(List.of(actor.ref()));
        own.ifPresent(citizen -> refs.addAll(formerIds.refs(citizen.id())));
        var lines = all(before -> log.about(refs, before, PAGE));
        var names = accounts.displayNames(lines.stream().map(Access::who).distinct().toList());
        return lines.stream()
                .map(line -> viewed(line, names.getOrDefault(line.who(), line.who())))
                .toList();
    }

    private List<Copy.SignedIn> signIns(Actor actor) {
        return all(before -> log.page(actor.ref(), before, PAGE)).stream()
                .map(line -> new Copy.SignedIn(line.at(), line.what().code(), line.place()))
                .toList();
    }

    private List<Copy.Told> told(Actor actor) {
        var language = LocaleContextHolder.getLocale();
        return all(before -> notices.page(actor, false, before, PAGE)).stream()
                .map(told ->
                        new Copy.Told(
                                told.at(),
                                texts.getMessage(told.notice().key(), told.arguments(), language)))
                .toList();
    }

    /** All pages of something, one after the other. */
    private static <T> List<T> all(Function<@Nullable Long, Page<T>> pages) {
        var rows = new ArrayList<T>();
        Long before = null;
        do {
            Page<T> page = pages.apply(before);
            rows.addAll(page.rows());
            before = page.next() == null ? null : Long.valueOf(page.next());
        } while (before != null);
        return rows;
    }

    private static Copy.Viewed viewed(Access line, String by) {
        return new Copy.Viewed(
                line.at(), by, line.what().code(), text(line.about()), text(line.reason()));
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static @Nullable String plain(@Nullable Personal value) {
        return value == null ? null : value.plain();
    }
}
