package city.dure.storefronts;

import city.dure.merchants.MerchantId;
import city.dure.papers.Photo;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The photos in the database. */
@Component
class PhotoRows {
    private final JdbcClient jdbc;

    PhotoRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Storefront.Photo> of(MerchantId shop) {
        return jdbc.sql(
                        "select id, width, height from storefront_photo where merchant_id = ?"
                                + " order by added_at, id")
                .param(shop.value())
                .query((row, number) ->
                        new Storefront.Photo(
                                new PhotoId(row.getObject("id", UUID.class)),
                                row.getInt("width"),
                                row.getInt("height")))
                .list();
    }

    /** The picture as JPEG; empty when it is another shop's, or gone. */
    Optional<byte[]> find(MerchantId shop, PhotoId id) {
        return jdbc.sql("select bytes from storefront_photo where id = ? and merchant_id = ?")
                .params(id.value(), shop.value())
                .query((row, number) -> row.getBytes("bytes"))
                .optional();
    }

    PhotoId add(MerchantId shop, Photo photo, Instant at) {
        PhotoId id = PhotoId.random();
        jdbc.sql("insert into storefront_photo values (?, ?, ?, ?, ?, ?)")
                .params(id.value(), shop.value(), photo.width(), photo.height(), photo.jpeg())
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    boolean remove(MerchantId shop, PhotoId id) {
        return jdbc.sql("delete from storefront_photo where id = ? and merchant_id = ?")
                        .params(id.value(), shop.value())
                        .update()
                > 0;
    }

    /** Keeps that a photo was taken down, and why. */
    void keep(MerchantId shop, PhotoId id, TakenReason reason, Instant at) {
        jdbc.sql("insert into storefront_taken_photo values (?, ?, ?, ?)")
                .params(id.value(), shop.value(), reason.code(), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The photos of a shop that were taken down since then, newest first, so many at most. */
    List<TakenPhoto> taken(MerchantId shop, Instant since, int most) {
        return jdbc.sql(
                        "select reason, taken_at from storefront_taken_photo where merchant_id = ?"
                                + " and taken_at >= ? order by taken_at desc, photo_id limit ?")
                .params(shop.value(), since.atOffset(ZoneOffset.UTC), most)
                .query((row, number) ->
                        new TakenPhoto(
                                TakenReason.of(row.getString("reason")).orElseThrow(),
                                row.getObject("taken_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Lets one change of a shop's photos wait for the other. */
    void lock(MerchantId shop) {
        jdbc.sql("select id from merchant where id = ? for update")
                .param(shop.value())
                .query((row, number) -> 0)
                .optional();
    }
}
