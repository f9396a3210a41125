package city.dure.mydata;

import city.dure.shared.Actor;
import city.dure.web.Flash;
import city.dure.web.Formats;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/** What is kept about oneself, to read, to take along, and to have forgotten. */
@Controller
class MyDataController {
    static final String PATH = "/me/data";
    private static final int UNPROCESSABLE = 422;

    private final Copies copies;
    private final Leaving leaving;
    private final OnceOnly once;
    private final JsonMapper json;

    MyDataController(Copies copies, Leaving leaving, OnceOnly once, JsonMapper json) {
        this.copies = copies;
        this.leaving = leaving;
        this.once = once;
        this.json = json;
    }

    @GetMapping(PATH)
    String show(Actor actor, Model model) {
        model.addAttribute("kept", copies.summary(actor));
        return "mydata/data";
    }

    /** The same as a file (PIPA, article 35-2: in a form that machines read). */
    @GetMapping(PATH + "/export")
    ResponseEntity<byte[]> export(Actor actor) {
        var name = "my-data-" + LocalDate.now(Formats.ZONE) + ".json";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(copies.of(actor)));
    }

    @GetMapping(PATH + "/erasure")
    String ask(Actor actor, Model model) {
        return page(actor, model);
    }

    @PostMapping(PATH + "/erasure")
    String erase(
            @RequestParam UUID operation,
            @RequestParam(defaultValue = "false") boolean sure,
            Actor actor,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!sure) {
            response.setStatus(UNPROCESSABLE);
            model.addAttribute("unsure", true);
            return page(actor, model);
        }
        String told =
                once.run(
                        operation,
                        actor,
                        () -> leaving.forget(actor) ? "mydata.erased" : "mydata.erased.but");
        new SecurityContextLogoutHandler().logout(request, response, null);
        redirect.addFlashAttribute("flash", Flash.success(told));
        return "redirect:/";
    }

    private String page(Actor actor, Model model) {
        model.addAttribute("barriers", leaving.barriers(actor));
        model.addAttribute("wallet", leaving.wallet(actor));
        model.addAttribute("operation", UUID.randomUUID());
        return "mydata/erasure";
    }
}
