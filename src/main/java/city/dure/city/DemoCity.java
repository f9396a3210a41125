package city.dure.city;

import java.util.List;
import java.util.UUID;

/** The city of the demonstration; all of it is invented. */
final class DemoCity {
    private DemoCity() {}

    /** Its settings, with an id of its own each time. */
    static Settings settings() {
        var profile =
                new CityProfile(
                        new CityId(UUID.randomUUID()),
                        1,
                        "한들시",
                        "Handeul City",
                        "한들페이",
                        "Handeul Pay",
                        "/assets/img/emblem-handeul.svg",
                        CityProfile.SPOKEN,
                        true);
        return new Settings(profile, districts(), UsualCategories.all());
    }

    private static List<District> districts() {
        return List.of(
                new District("hosu", "호수동", "Hosu-dong"),
                new District("deulkkot", "들꽃동", "Deulkkot-dong"),
                new District("haetsal", "햇살동", "Haetsal-dong"),
                new District("narae", "나래동", "Narae-dong"),
                new District("saemmul", "샘물동", "Saemmul-dong"),
                new District("dalbit", "달빛동", "Dalbit-dong"),
                new District("solnae", "솔내동", "Solnae-dong"),
                new District("dure", "두레동", "Dure-dong"));
    }
}
