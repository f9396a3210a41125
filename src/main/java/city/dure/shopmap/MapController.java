package city.dure.shopmap;

import city.dure.city.Districts;
import city.dure.finder.Lists;
import city.dure.finder.Query;
import city.dure.merchants.MerchantStatus;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * The finder and the officials' register as maps, each above its list, which has the same content.
 */
@Controller
class MapController {
    private static final String FINDER = "/merchants";
    private static final String REGISTER = "/office/merchants";

    private final Lists lists;
    private final Points points;
    private final Districts districts;

    MapController(Lists lists, Points points, Districts districts) {
        this.lists = lists;
        this.points = points;
        this.districts = districts;
    }

    @GetMapping(FINDER + "/map")
    String finder(@ModelAttribute("query") Query query, Model model) {
        return page(query, Lists.OPEN, FINDER, model);
    }

    @HxRequest
    @GetMapping(FINDER + "/map")
    String finderInPlace(@ModelAttribute("query") Query query, Model model) {
        return results(query, Lists.OPEN, FINDER, model);
    }

    @GetMapping(FINDER + "/map/points")
    ResponseEntity<Points.Answer> finderPoints(@ModelAttribute("query") Query query, View view) {
        return answer(query, Lists.OPEN, view);
    }

    @GetMapping(REGISTER + "/map")
    String register(@ModelAttribute("query") Query query, Model model) {
        return page(query, Lists.ALL, REGISTER, model);
    }

    @HxRequest
    @GetMapping(REGISTER + "/map")
    String registerInPlace(@ModelAttribute("query") Query query, Model model) {
        return results(query, Lists.ALL, REGISTER, model);
    }

    @GetMapping(REGISTER + "/map/points")
    ResponseEntity<Points.Answer> registerPoints(@ModelAttribute("query") Query query, View view) {
        return answer(query, Lists.ALL, view);
    }

    private String page(Query query, Set<MerchantStatus> any, String base, Model model) {
        lists.offer(any, model);
        lists.show(query, any, base + "/map", base, model);
        model.addAttribute("drawn", districts.map().drawn());
        return "shopmap/map";
    }

    private String results(Query query, Set<MerchantStatus> any, String base, Model model) {
        lists.show(query, any, base + "/map", base, model);
        return "finder/_results";
    }

    private ResponseEntity<Points.Answer> answer(Query query, Set<MerchantStatus> any, View view) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(points.in(lists.filter(query, any), view));
    }
}
