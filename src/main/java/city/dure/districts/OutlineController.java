package city.dure.districts;

import city.dure.city.Districts;
import city.dure.outlines.ScreenOutlines;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Outlines as a map draws them: those in force for anybody, those that wait for officials. */
@Controller
class OutlineController {
    private final Districts districts;
    private final DistrictUploads uploads;

    OutlineController(Districts districts, DistrictUploads uploads) {
        this.districts = districts;
        this.uploads = uploads;
    }

    /** Asked for again each time, and sent again only after the districts were replaced. */
    @GetMapping("/merchants/map/outlines")
    ResponseEntity<byte[]> inForce() {
        var map = districts.map();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePublic())
                .eTag("\"outlines-" + map.version() + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body(map.screen().json());
    }

    @GetMapping("/office/city/districts/uploads/{id}/outlines")
    ResponseEntity<byte[]> waiting(@PathVariable UUID id) {
        var upload = uploads.find(id);
        return json(uploads.trial(upload).screen());
    }

    private static ResponseEntity<byte[]> json(ScreenOutlines drawn) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(drawn.json());
    }
}
