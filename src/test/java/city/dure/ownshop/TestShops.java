package city.dure.ownshop;

import city.dure.identity.Passwords;
import city.dure.merchants.Business;
import city.dure.merchants.Member.Membership;
import city.dure.merchants.MerchantId;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/** Merchants that demo people own, each made for one test. */
@Component
public class TestShops {
    /** The sign-in name of every owner. */
    public static final String OWNER = "shop.bakery";

    /** The sign-in name of every clerk. */
    public static final String CLERK = "shop.bakery.clerk";

    private static final Actor OFFICER = new Actor("u-TESTOFFICER", Role.MERCHANT_OFFICER);

    private final Merchants merchants;
    private final Passwords people;

    TestShops(Merchants merchants, Passwords people) {
        this.merchants = merchants;
        this.people = people;
    }

    /** A merchant of its own name, with its owner and a clerk. */
    public MerchantId open() {
        var name = "가게 " + UUID.randomUUID().toString().substring(0, 8);
        var business = Business.of(name, "bakery", null, "한들시 호수로 1");
        var application = MerchantId.random();
        var shop =
                merchants.approve(OFFICER, null, business, application, person(OWNER)).merchant();
        merchants.addMember(OFFICER, shop, person(CLERK), Membership.CLERK);
        return shop;
    }

    /** A demo person as a citizen. */
    public Actor person(String user) {
        return new Actor(people.find(user).orElseThrow().account().ref(), Role.CITIZEN);
    }

    /** A picture as a phone takes it. */
    static byte[] jpeg(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR), "jpeg", out);
        return out.toByteArray();
    }
}
