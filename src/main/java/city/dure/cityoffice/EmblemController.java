package city.dure.cityoffice;

import city.dure.city.City;
import city.dure.city.CitySettings;
import city.dure.papers.Emblem;
import city.dure.papers.Emblems;
import city.dure.papers.PaperRefused;
import city.dure.shared.Actor;
import city.dure.web.Flash;
import city.dure.web.NotFound;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The city's emblem: chosen by an administrator, cleaned, shown to everybody. */
@Controller
class EmblemController {
    private static final String PATH = "/office/city/emblem";
    private static final int UNPROCESSABLE = 422;

    private final City city;
    private final CitySettings settings;
    private final Emblems emblems;
    private final EmblemRows rows;
    private final OnceOnly once;

    EmblemController(
            City city, CitySettings settings, Emblems emblems, EmblemRows rows, OnceOnly once) {
        this.city = city;
        this.settings = settings;
        this.emblems = emblems;
        this.rows = rows;
        this.once = once;
    }

    /**
     * An emblem, as chosen.
     *
     * @param version the version of the profile that was shown
     */
    record Form(UUID operation, int version, @Nullable MultipartFile emblem) {}

    /** Its path is the hash of its content, so it never changes there. */
    @GetMapping("/city/emblem/{sha256}")
    ResponseEntity<byte[]> picture(@PathVariable String sha256) {
        Emblem emblem = rows.find(sha256).orElseThrow(() -> new NotFound("emblem"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .contentType(MediaType.valueOf(emblem.contentType()))
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(emblem.bytes());
    }

    @GetMapping(PATH)
    String show(Model model) {
        var profile = city.profile();
        model.addAttribute("form", new Form(UUID.randomUUID(), profile.version(), null));
        return page(model);
    }

    @PostMapping(PATH)
    String change(
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        Emblem emblem = checked(form.emblem(), errors);
        if (emblem == null) {
            response.setStatus(UNPROCESSABLE);
            return page(model);
        }
        return "redirect:"
                + once.run(form.operation(), actor, () -> change(actor, form, emblem, redirect));
    }

    private String change(Actor actor, Form form, Emblem emblem, RedirectAttributes redirect) {
        String sha256 = rows.keep(emblem);
        var receipt = settings.show(actor, "/city/emblem/" + sha256, sha256, form.version());
        Flash flash =
                emblem.removed() == 0
                        ? Flash.success("cityoffice.emblem.done")
                        : Flash.warning("cityoffice.emblem.cleaned", emblem.removed());
        redirect.addFlashAttribute("flash", flash.withEntry(receipt.entry()));
        return PATH;
    }

    private @Nullable Emblem checked(@Nullable MultipartFile file, BindingResult errors)
            throws IOException {
        try {
            return emblems.check(file == null ? new byte[0] : bounded(file));
        } catch (PaperRefused e) {
            errors.rejectValue(
                    "emblem",
                    "cityoffice.emblem.refused."
                            + e.reason().name().toLowerCase(java.util.Locale.ROOT));
            return null;
        }
    }

    /** No more is read than shows that it is too much. */
    private static byte[] bounded(MultipartFile file) throws IOException {
        try (var in = file.getInputStream()) {
            return in.readNBytes(Emblems.MAX_BYTES + 1);
        }
    }

    private String page(Model model) {
        model.addAttribute("profile", city.profile());
        model.addAttribute("most", Emblems.MAX_BYTES);
        return "cityoffice/emblem";
    }
}
