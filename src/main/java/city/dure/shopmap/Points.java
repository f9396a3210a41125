package city.dure.shopmap;

import city.dure.finder.Lists;
import city.dure.finder.ShopRow;
import city.dure.merchants.Figures;
import city.dure.merchants.MerchantFilter;
import city.dure.merchants.MerchantSummary;
import city.dure.shared.Spot;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a map shows: single businesses while they are few, else how many there are where. */
@Component
class Points {
    private static final int FEW = 200;

    private final Figures figures;
    private final Lists lists;

    Points(Figures figures, Lists lists) {
        this.figures = figures;
        this.lists = lists;
    }

    /**
     * What is in a part of the map.
     *
     * @param shops those that are few, or alone where others are many
     * @param clusters latitude, longitude and how many
     */
    record Answer(int total, List<Shop> shops, List<double[]> clusters) {}

    /** A business on the map, in the words of the city. */
    record Shop(
            String ref,
            String name,
            String category,
            String address,
            String status,
            String kind,
            double latitude,
            double longitude) {}

    Answer in(MerchantFilter filter, View view) {
        var shops = figures.within(filter, view.box(), FEW + 1);
        if (shops.size() <= FEW) {
            return new Answer(shops.size(), shops.stream().map(this::shop).toList(), List.of());
        }
        var cells = figures.cells(filter, view.box(), view.high(), view.wide());
        int total = cells.stream().mapToInt(Figures.Cell::shops).sum();
        var alone = alone(cells);
        var clusters = cells.stream().filter(cell -> !alone.contains(cell.middle()));
        return new Answer(
                total,
                figures.at(filter, alone).stream().map(this::shop).toList(),
                clusters.map(Points::cluster).toList());
    }

    /** Those that have a square to themselves, as many as are told singly. */
    private static Set<Spot> alone(List<Figures.Cell> cells) {
        return cells.stream()
                .filter(cell -> cell.shops() == 1)
                .map(Figures.Cell::middle)
                .limit(FEW)
                .collect(Collectors.toSet());
    }

    private Shop shop(MerchantSummary summary) {
        ShopRow row = lists.row(summary);
        var spot = Objects.requireNonNull(summary.business().spot());
        return new Shop(
                row.ref(),
                row.name(),
                row.category(),
                row.address(),
                row.status(),
                row.statusKind(),
                spot.latitude(),
                spot.longitude());
    }

    /** To a metre, which is all that a circle tells. */
    private static double[] cluster(Figures.Cell cell) {
        return new double[] {
            Math.round(cell.middle().latitude() * 1e5) / 1e5,
            Math.round(cell.middle().longitude() * 1e5) / 1e5,
            cell.shops()
        };
    }
}
