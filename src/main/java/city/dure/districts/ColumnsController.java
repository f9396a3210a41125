package city.dure.districts;

import static java.util.Objects.requireNonNullElse;

import city.dure.outlines.OutlineFile;
import city.dure.outlines.OutlinesRefused;
import city.dure.web.Option;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Asks which property of the file is the name and which are the codes, prefilled by a guess. */
@Controller
@RequestMapping("/office/city/districts/uploads/{id}/columns")
class ColumnsController {
    private final DistrictUploads uploads;

    ColumnsController(DistrictUploads uploads) {
        this.uploads = uploads;
    }

    /** Names of properties; choosing them again changes nothing, so the form needs no operation. */
    record Form(
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable String ministry,
            @Nullable String kostat) {
        static Form of(Columns columns) {
            return new Form(columns.name(), columns.nameEn(), columns.ministry(), columns.kostat());
        }

        Columns columns() {
            return new Columns(
                    requireNonNullElse(name, ""),
                    requireNonNullElse(nameEn, ""),
                    requireNonNullElse(ministry, ""),
                    requireNonNullElse(kostat, ""));
        }
    }

    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        Upload upload = uploads.find(id);
        OutlineFile file = uploads.read(upload);
        var columns = upload.columns();
        var guess = columns.chosen() ? columns : Columns.guess(file.properties());
        model.addAttribute("form", Form.of(guess));
        return page(upload, file, model);
    }

    @PostMapping
    String choose(
            @PathVariable UUID id,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        Upload upload = uploads.find(id);
        OutlineFile file = uploads.read(upload);
        check(file, form.columns(), errors);
        if (errors.hasErrors()) {
            response.setStatus(422);
            return page(upload, file, model);
        }
        uploads.choose(id, form.columns());
        return "redirect:" + DistrictUploads.path(upload);
    }

    private static void check(OutlineFile file, Columns columns, BindingResult errors) {
        var known = file.properties().stream().map(OutlineFile.Property::name).toList();
        if (!known.contains(columns.name())) {
            errors.rejectValue("name", "districts.columns.name.missing");
            return;
        }
        try {
            NamedOutlines.of(file, columns);
        } catch (OutlinesRefused e) {
            errors.rejectValue(field(e.key()), e.key(), e.args().toArray(), null);
        }
    }

    private static String field(String key) {
        return key.endsWith("_ministry") ? "ministry" : key.endsWith("_kostat") ? "kostat" : "name";
    }

    private static String page(Upload upload, OutlineFile file, Model model) {
        List<OutlineFile.Property> properties = file.properties();
        model.addAttribute("upload", upload);
        model.addAttribute("file", file);
        model.addAttribute("properties", properties);
        model.addAttribute("choices", properties.stream().map(ColumnsController::option).toList());
        return "districts/columns";
    }

    private static Option option(OutlineFile.Property property) {
        String samples = String.join(", ", property.samples().stream().limit(2).toList());
        String label = property.name() + (samples.isEmpty() ? "" : " (" + samples + ")");
        return new Option(property.name(), label);
    }
}
