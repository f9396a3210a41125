package city.dure.notices;

import city.dure.shared.Actor;
import city.dure.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own inbox; reading a notice again changes nothing. */
@Controller
class InboxController {
    static final String PATH = "/me/notices";
    private static final int ROWS = 30;

    private final InboxRows inbox;

    InboxController(InboxRows inbox) {
        this.inbox = inbox;
    }

    @GetMapping(PATH)
    @Transactional(readOnly = true)
    public String index(
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam @Nullable Long after,
            Actor actor,
            Model model) {
        var page = inbox.page(actor.ref(), unread, after, ROWS);
        model.addAttribute("page", page);
        model.addAttribute("unread", unread);
        model.addAttribute("waiting", inbox.unread(actor.ref(), 1) > 0);
        model.addAttribute("newest", page.rows().isEmpty() ? 0 : page.rows().getFirst().id());
        return "notices/index";
    }

    /** Reads one, and leads to what it is about. */
    @PostMapping(PATH + "/{id}/reading")
    @Transactional
    public String read(@PathVariable long id, Actor actor) {
        Told told = inbox.find(actor.ref(), id).orElseThrow(() -> new NotFound("notice " + id));
        inbox.read(actor.ref(), id);
        String href = told.notice().href();
        return "redirect:" + (href == null ? PATH : href);
    }

    @PostMapping(PATH + "/reading")
    @Transactional
    public String readAll(@RequestParam long newest, Actor actor) {
        inbox.readAll(actor.ref(), newest);
        return "redirect:" + PATH;
    }
}
