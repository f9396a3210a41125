package city.dure.importpages;

import city.dure.imports.ImportId;
import city.dure.imports.ImportTarget;
import city.dure.imports.Imports;
import city.dure.shared.Actor;
import city.dure.uploads.UploadInspector;
import city.dure.uploads.UploadRefused;
import city.dure.uploads.UploadedTable;
import city.dure.uploads.Uploads;
import city.dure.web.OnceOnly;
import city.dure.web.Option;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Takes a file in; what it is worth is found out before anything is kept of it. */
@Controller
@RequestMapping("/office/imports")
class ImportUploadController {
    private final Imports imports;
    private final OwnTargets targets;
    private final RowNotes notes;
    private final OnceOnly once;

    ImportUploadController(Imports imports, OwnTargets targets, RowNotes notes, OnceOnly once) {
        this.targets = targets;
        this.imports = imports;
        this.notes = notes;
        this.once = once;
    }

    record Form(UUID operation, String target, @Nullable MultipartFile file) {}

    @ModelAttribute("targets")
    List<Option> targets() {
        return targets.all().stream()
                .map(target -> new Option(target.name(), notes.text(target.labelKey())))
                .toList();
    }

    @GetMapping("/new")
    String fresh(@RequestParam @Nullable String target, Model model) {
        String first = targets.all().getFirst().name();
        String chosen = Objects.requireNonNullElse(target, first);
        model.addAttribute("form", new Form(UUID.randomUUID(), chosen, null));
        return "imports/new";
    }

    @PostMapping
    String create(
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Actor actor,
            HttpServletResponse response)
            throws IOException {
        ImportTarget target = targets.require(imports.target(form.target()));
        MultipartFile file = form.file();
        UploadedTable table = file == null ? null : inspected(file, target, errors);
        if (file == null || table == null) {
            if (!errors.hasErrors()) {
                errors.rejectValue("file", "imports.upload.file.missing");
            }
            response.setStatus(422);
            return "imports/new";
        }
        return "redirect:"
                + once.run(form.operation(), actor, () -> kept(actor, target, file, table));
    }

    private String kept(Actor actor, ImportTarget target, MultipartFile file, UploadedTable table) {
        try (InputStream in = file.getInputStream()) {
            ImportId id = imports.upload(actor, target, Uploads.nameOf(file), table, in);
            return "/office/imports/" + id + "/columns";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable UploadedTable inspected(
            MultipartFile file, ImportTarget target, BindingResult errors) throws IOException {
        if (file.isEmpty() && Uploads.nameOf(file).isEmpty()) {
            return null;
        }
        try {
            var table = UploadInspector.inspect(file::getInputStream);
            var forbidden = target.forbidden(table.header(), table.cells());
            forbidden.ifPresent(why -> errors.rejectValue("file", why));
            return forbidden.isEmpty() ? table : null;
        } catch (UploadRefused e) {
            errors.rejectValue("file", e.fault().key(), notes.arguments(e.fault()), null);
            return null;
        }
    }
}
