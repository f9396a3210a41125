package city.dure.listdiffs;

import city.dure.shared.Page;
import city.dure.sources.Differing;
import city.dure.web.CsvExport;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The businesses about which lists differ and nobody has decided yet. */
@Controller
class DifferencesController {
    private static final int PAGE = 50;
    private static final int PIECE = 1_000;

    private final Differing differing;
    private final MessageSource messages;

    DifferencesController(Differing differing, MessageSource messages) {
        this.differing = differing;
        this.messages = messages;
    }

    @GetMapping("/office/differences")
    String index(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        model.addAttribute("q", q.strip());
        model.addAttribute("page", differing.open(q.strip(), after, PAGE));
        return "listdiffs/index";
    }

    /** The same as a file, read piece by piece. */
    @GetMapping("/office/differences.csv")
    void export(@RequestParam(defaultValue = "") String q, HttpServletResponse response) {
        CsvExport.write(
                response,
                text("listdiffs.title") + ".csv",
                List.of(text("listdiffs.shop"), text("listdiffs.list")),
                pieces(q.strip())
                        .flatMap(page -> page.rows().stream())
                        .map(one -> List.of(one.name(), one.source())));
    }

    private Stream<Page<Differing.Open>> pieces(String text) {
        return Stream.iterate(
                differing.open(text, "", PIECE),
                Objects::nonNull,
                page -> page.next() == null ? null : differing.open(text, page.next(), PIECE));
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
