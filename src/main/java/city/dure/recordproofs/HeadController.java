package city.dure.recordproofs;

import city.dure.publishing.PublishedLog;
import city.dure.recordproofs.Verdict.Kind;
import city.dure.shared.QrPicture;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The ledger in three lines, to print for a notice board, and to compare what was printed with the
 * ledger as it is now.
 */
@Controller
class HeadController {
    private static final String PATH = "/ledger/heads";

    private final PublishedLog log;
    private final Clock clock;
    private final String publicUrl;

    HeadController(PublishedLog log, Clock clock, @Value("${dure.public-url}") String publicUrl) {
        this.log = log;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceFirst("/$", "");
    }

    @GetMapping(PATH)
    String show(
            @ModelAttribute("form") HeadForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        if (form.blank()) {
            model.addAttribute("form", new HeadForm(log.origin(), null, null));
        } else {
            form.check(errors);
            if (errors.hasErrors()) {
                response.setStatus(422);
            } else {
                model.addAttribute("verdict", compare(form));
            }
        }
        return "recordproofs/heads";
    }

    /** The three lines of now, on a sheet. */
    @GetMapping("/ledger/heads/sheet")
    String sheet(Model model) {
        var head = log.shown().orElse(null);
        model.addAttribute("head", head);
        if (head != null) {
            model.addAttribute("code", QrPicture.of(address(head)));
        }
        model.addAttribute("address", publicUrl + PATH);
        model.addAttribute("now", clock.instant());
        return "recordproofs/sheet";
    }

    private Verdict compare(HeadForm form) {
        if (!form.name().equals(log.origin())) {
            return Verdict.of(Kind.UNKNOWN, "head.other", form.name(), log.origin());
        }
        long size = form.entries();
        return log.root(size)
                .map(root ->
                        root.equals(form.rootLine())
                                ? Verdict.of(Kind.SAME, "head.same", size)
                                : Verdict.of(Kind.DIFFERENT, "head.differs", size, root))
                .orElseGet(() -> Verdict.of(Kind.NEWER, "newer", size));
    }

    private String address(PublishedLog.Shown head) {
        return UriComponentsBuilder.fromUriString(publicUrl + PATH)
                .queryParam("origin", "{origin}")
                .queryParam("size", head.size())
                .queryParam("root", "{root}")
                .encode()
                .buildAndExpand(head.origin(), head.root())
                .toUriString();
    }
}
