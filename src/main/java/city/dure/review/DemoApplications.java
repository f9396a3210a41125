package city.dure.review;

import city.dure.applications.ApplicationId;
import city.dure.applications.Applications;
import city.dure.applications.BusinessNumber;
import city.dure.applications.NewApplication;
import city.dure.applications.NewApplication.Sheet;
import city.dure.applications.Owner;
import city.dure.applications.PaperType;
import city.dure.applications.RefusalReason;
import city.dure.applications.Reviews;
import city.dure.applications.Reviews.Wanted;
import city.dure.identity.Passwords;
import city.dure.papers.Papers;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives the demo an application in every state, through the portal's own services; once. */
@Component
@Profile("demo")
@Order(30) // After the people and the shops
class DemoApplications implements ApplicationRunner {
    private final Applications applications;
    private final Reviews reviews;
    private final Passwords people;
    private final Papers papers;

    DemoApplications(Applications applications, Reviews reviews, Passwords people, Papers papers) {
        this.applications = applications;
        this.reviews = reviews;
        this.people = people;
        this.papers = papers;
    }

    // Each act is a transaction of its own, as it is when people do it.
    @Override
    public void run(ApplicationArguments arguments) {
        Actor park = actor("citizen.park", Role.CITIZEN);
        if (applications.of(park).isEmpty()) {
            Actor kim = actor("citizen.kim", Role.CITIZEN);
            Actor first = actor("officer.merchants", Role.MERCHANT_OFFICER);
            waiting(kim, park, first);
            decided(kim, park, first);
            objected(park, first);
        }
    }

    private void waiting(Actor kim, Actor park, Actor officer) {
        submit(kim, "달빛모퉁이 공방", "books", 1);
        submit(park, "느린오후 찻집", "cafe", 2);
        ApplicationId taken = submit(kim, "가온 자전거", "repair", 3);
        reviews.take(officer, taken, version(officer, taken));
        ApplicationId wanting = submit(park, "들꽃 분식", "snack", 4);
        reviews.take(officer, wanting, version(officer, wanting));
        reviews.wantInformation(
                officer, wanting, version(officer, wanting), List.of(Wanted.LICENCE), null);
    }

    private void decided(Actor kim, Actor park, Actor officer) {
        ApplicationId approved = submit(kim, "솔내 반찬", "market", 5);
        reviews.take(officer, approved, version(officer, approved));
        reviews.approve(officer, approved, version(officer, approved));
        refused(park, officer, "한들 서점", 6);
        ApplicationId withdrawn = submit(kim, "나래 탁구장", "sports", 7);
        applications.withdraw(kim, withdrawn, version(officer, withdrawn));
    }

    private void objected(Actor applicant, Actor officer) {
        ApplicationId id = refused(applicant, officer, "샘물 옷가게", 8);
        applications.object(applicant, id, version(officer, id), "새 등록증을 보내 드려요.");
    }

    private ApplicationId refused(Actor applicant, Actor officer, String name, int number) {
        ApplicationId id = submit(applicant, name, "clothing", number);
        reviews.take(officer, id, version(officer, id));
        reviews.refuse(officer, id, version(officer, id), RefusalReason.PAPERS_MISSING, null);
        return id;
    }

    private ApplicationId submit(Actor applicant, String name, String category, int number) {
        var owner = new Owner(businessNumber(number), "시연용", "010-0000-0000", "011", "000-0000-00");
        var application =
                new NewApplication(
                        null,
                        name,
                        category,
                        "hosu",
                        "한들시 물빛로 " + (200 + number) + " (호수동)",
                        null,
                        owner,
                        List.of(certificate()));
        return applications.submit(applicant, application);
    }

    private int version(Actor officer, ApplicationId id) {
        return reviews.file(officer, id, "::1").summary().version();
    }

    private Actor actor(String username, Role role) {
        return new Actor(people.find(username).orElseThrow().account().ref(), role);
    }

    /** A number that begins with 000, as no tax office gives one, with its right check digit. */
    private static BusinessNumber businessNumber(int number) {
        for (int check = 0; check < 10; check++) {
            var read = BusinessNumber.read("00000%04d%d".formatted(number, check));
            if (read.isPresent()) {
                return read.get();
            }
        }
        throw new IllegalStateException("one of ten check digits is right");
    }

    /** A blank sheet: drawn letters would need a font, which a server may not have. */
    private Sheet certificate() {
        var sheet = new BufferedImage(420, 594, BufferedImage.TYPE_INT_RGB);
        var pen = sheet.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 420, 594);
        pen.setColor(Color.GRAY);
        pen.drawRect(20, 20, 380, 554);
        pen.dispose();
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(sheet, "jpeg", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Sheet(PaperType.REGISTRATION, papers.check(file.toByteArray()));
    }
}
