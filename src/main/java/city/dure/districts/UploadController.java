package city.dure.districts;

import city.dure.outlines.OutlineReader;
import city.dure.outlines.OutlinesRefused;
import city.dure.shared.Actor;
import city.dure.uploads.Uploads;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;

/** Takes a file of outlines in; it is checked from end to end before anything of it is kept. */
@Controller
class UploadController {
    private final DistrictUploads uploads;
    private final OnceOnly once;

    UploadController(DistrictUploads uploads, OnceOnly once) {
        this.uploads = uploads;
        this.once = once;
    }

    record Form(UUID operation, @Nullable MultipartFile file) {}

    @GetMapping("/office/city/districts/new")
    String fresh(Model model) {
        model.addAttribute("form", new Form(UUID.randomUUID(), null));
        return "districts/new";
    }

    @PostMapping("/office/city/districts/uploads")
    String create(
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Actor actor,
            HttpServletResponse response)
            throws IOException {
        MultipartFile file = form.file();
        if (file == null || Uploads.nameOf(file).isEmpty()) {
            errors.rejectValue("file", "districts.upload.file.missing");
        } else {
            check(file, errors);
        }
        if (file == null || errors.hasErrors()) {
            response.setStatus(422);
            return "districts/new";
        }
        return "redirect:" + once.run(form.operation(), actor, () -> keep(actor, file));
    }

    private static void check(MultipartFile file, BindingResult errors) throws IOException {
        try {
            OutlineReader.read(file.getInputStream());
        } catch (OutlinesRefused e) {
            errors.rejectValue("file", e.key(), e.args().toArray(), null);
        }
    }

    private String keep(Actor actor, MultipartFile file) {
        try (InputStream in = file.getInputStream()) {
            return DistrictUploads.path(uploads.keep(actor, Uploads.nameOf(file), in)) + "/columns";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
