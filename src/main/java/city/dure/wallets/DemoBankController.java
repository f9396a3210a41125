package city.dure.wallets;

import city.dure.citizens.Citizen;
import city.dure.citizens.Citizens;
import city.dure.shared.Actor;
import city.dure.web.NotFound;
import city.dure.web.OnceOnly;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The demo's bank: no money moves; it says to the portal what a provider would say. */
@Controller
@RequestMapping(DemoBankController.PATH + "/{id}")
class DemoBankController {
    static final String PATH = "/demo-bank";

    private final Bank bank;
    private final TopUps topUps;
    private final Citizens citizens;
    private final OnceOnly once;

    DemoBankController(Bank bank, TopUps topUps, Citizens citizens, OnceOnly once) {
        this.bank = bank;
        this.topUps = topUps;
        this.citizens = citizens;
        this.once = once;
    }

    @GetMapping
    String show(@PathVariable OrderId id, Actor actor, Model model) {
        model.addAttribute("order", own(actor, id));
        model.addAttribute("operation", UUID.randomUUID());
        return "wallets/demo-bank";
    }

    @PostMapping
    String answer(
            @PathVariable OrderId id,
            @RequestParam UUID operation,
            @RequestParam(defaultValue = "false") boolean paid,
            Actor actor) {
        Order order = own(actor, id);
        return "redirect:"
                + once.run(
                        operation,
                        actor,
                        () -> {
                            var said = new BankEvent(id, paid, order.paid());
                            topUps.take(BankController.BANK, said);
                            return TopUpController.ORDERS + "/" + id;
                        });
    }

    private Order own(Actor actor, OrderId id) {
        bank.requireDemo();
        Citizen own = citizens.of(actor).orElseThrow(() -> new NotFound(id.ref()));
        return topUps.own(own, id);
    }
}
