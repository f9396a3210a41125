package city.dure.ownshop;

import city.dure.merchants.Member.Membership;
import city.dure.merchants.MerchantId;
import city.dure.papers.PaperRefused;
import city.dure.papers.Papers;
import city.dure.papers.Photo;
import city.dure.shared.Actor;
import city.dure.storefronts.PhotoId;
import city.dure.storefronts.Storefronts;
import city.dure.web.Flash;
import city.dure.web.Formats;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The photos of shops: shown to everybody, chosen by the owner. */
@Controller
class PhotosController {
    private static final int UNPROCESSABLE = 422;
    private static final String PATH = "/shop/{id}/photos";

    private final OwnShops shops;
    private final Storefronts storefronts;
    private final Papers papers;
    private final Formats formats;
    private final OnceOnly once;

    PhotosController(
            OwnShops shops,
            Storefronts storefronts,
            Papers papers,
            Formats formats,
            OnceOnly once) {
        this.shops = shops;
        this.storefronts = storefronts;
        this.papers = papers;
        this.formats = formats;
        this.once = once;
    }

    /**
     * A photo, as chosen.
     *
     * @param operation makes it count once
     */
    record Form(UUID operation, @Nullable MultipartFile photo) {}

    /** A photo never changes under its id, but it may go: browsers ask again after an hour. */
    @GetMapping("/merchants/{id}/photos/{photo}")
    ResponseEntity<byte[]> picture(@PathVariable MerchantId id, @PathVariable PhotoId photo) {
        byte[] jpeg =
                storefronts.photo(id, photo).orElseThrow(() -> new NotFound(photo.toString()));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .contentType(MediaType.IMAGE_JPEG)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(jpeg);
    }

    @GetMapping(PATH)
    String show(@PathVariable MerchantId id, Actor actor, Model model) {
        model.addAttribute("form", new Form(UUID.randomUUID(), null));
        return page(id, actor, model);
    }

    @PostMapping(PATH)
    String add(
            @PathVariable MerchantId id,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String view = page(id, actor, model);
        Photo photo = checked(form.photo(), errors);
        if (photo == null) {
            response.setStatus(UNPROCESSABLE);
            return view;
        }
        return once.redirect(
                form.operation(),
                actor,
                redirect,
                Flash.success("ownshop.photos.added"),
                "/shop/" + id + "/photos",
                () -> storefronts.add(actor, id, photo).entry());
    }

    @PostMapping(PATH + "/{photo}/removal")
    String remove(
            @PathVariable MerchantId id,
            @PathVariable PhotoId photo,
            @RequestParam UUID operation,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        shops.show(actor, id, Membership.OWNER, model);
        return once.redirect(
                operation,
                actor,
                redirect,
                Flash.success("ownshop.photos.removed"),
                "/shop/" + id + "/photos",
                () -> storefronts.remove(actor, id, photo).entry());
    }

    private String page(MerchantId id, Actor actor, Model model) {
        shops.edit(actor, id, model);
        model.addAttribute("taken", storefronts.taken(id));
        model.addAttribute("most", Storefronts.MOST_PHOTOS);
        model.addAttribute("largest", Papers.MAX_BYTES);
        model.addAttribute("operations", new OnceOnly.Ids());
        return "ownshop/photos";
    }

    private @Nullable Photo checked(@Nullable MultipartFile file, BindingResult errors) {
        try {
            return papers.photo(file == null ? new byte[0] : bounded(file));
        } catch (PaperRefused refused) {
            boolean none = file == null || String.valueOf(file.getOriginalFilename()).isEmpty();
            String key = none ? "ownshop.photos.missing" : refused.messageKey();
            String most = formats.bytes(Papers.MAX_BYTES);
            errors.rejectValue("photo", key, new Object[] {most}, null);
        } catch (IOException e) {
            errors.rejectValue("photo", "papers.refused.broken");
        }
        return null;
    }

    /** No more is read than shows that it is too much. */
    private static byte[] bounded(MultipartFile file) throws IOException {
        try (var in = file.getInputStream()) {
            return in.readNBytes(Papers.MAX_BYTES + 1);
        }
    }
}
