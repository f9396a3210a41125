package city.dure.mydata;

import city.dure.applications.ApplicationFile;
import city.dure.applications.ApplicationFile.Step;
import city.dure.applications.Applications;
import city.dure.bankaccounts.BankAccounts;
import city.dure.intake.Drafts;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shopreports.ShopReports;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gathers what is kept about a person with shops: those they work in, apply for, and report. */
@Component
class ShopCopies {
    private static final int PAGE = 500;

    private final Merchants merchants;
    private final Applications applications;
    private final Drafts drafts;
    private final BankAccounts bankAccounts;
    private final ShopReports reports;

    ShopCopies(
            Merchants merchants,
            Applications applications,
            Drafts drafts,
            BankAccounts bankAccounts,
            ShopReports reports) {
        this.merchants = merchants;
        this.applications = applications;
        this.drafts = drafts;
        this.bankAccounts = bankAccounts;
        this.reports = reports;
    }

    List<Copy.Shop> worksIn(Actor actor) {
        return merchants.shopsOf(actor).stream()
                .map(each -> new Copy.Shop(each.merchant().ref(), each.membership().name()))
                .toList();
    }

    /** How many applications they sent. */
    int applied(Actor actor) {
        return applications.of(actor).size();
    }

    List<Copy.Application> applications(Actor actor) {
        return applications.of(actor).stream()
                .map(each -> application(applications.own(actor, each.id())))
                .toList();
    }

    List<Map<String, String>> drafts(Actor actor) {
        return drafts.typed(actor);
    }

    List<Copy.Paid> paid(Actor actor) {
        return bankAccounts.askedBy(actor).stream().map(ShopCopies::paid).toList();
    }

    List<Copy.Reported> reports(Actor actor) {
        var rows = new ArrayList<Copy.Reported>();
        String after = null;
        do {
            var page = reports.filed(actor, after, PAGE);
            page.rows().stream().map(ShopCopies::reported).forEach(rows::add);
            after = page.next();
        } while (after != null);
        return rows;
    }

    private static Copy.Reported reported(ShopReports.Filed filed) {
        return new Copy.Reported(
                filed.shop(),
                filed.kind(),
                filed.what(),
                filed.seenOn(),
                filed.filedAt(),
                filed.outcome());
    }

    private static Copy.Application application(ApplicationFile file) {
        var owner = file.owner();
        return new Copy.Application(
                file.summary().ref(),
                file.summary().name(),
                file.summary().state().code(),
                file.summary().submittedAt(),
                owner.name(),
                owner.phone(),
                file.businessNumber(),
                owner.bankName(),
                owner.account(),
                file.sheets().stream().map(sheet -> sheet.type().code()).toList(),
                file.steps().stream().map(Step::note).filter(note -> !note.isEmpty()).toList());
    }

    private static Copy.Paid paid(BankAccounts.Asked asked) {
        var account = asked.account();
        return new Copy.Paid(
                asked.shop().ref(),
                asked.at(),
                asked.state(),
                account.bank().label(),
                account.digits(),
                account.holder());
    }
}
