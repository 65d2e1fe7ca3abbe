package org.pufa.bank.picture;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pufa.bank.Album;
import org.pufa.bank.Picture;
import org.pufa.bank.PictureType;
import org.pufa.db.Tx;

/** The rows of pictures: of questions, and of files that wait to be confirmed. */
public final class PictureStore {

    private static final String ADD = """
            insert into picture (hash, type, width, height, content) values ($1, $2, $3, $4, $5)
            on conflict (hash) do nothing""";
    private static final String FIND = "select hash, type, width, height, content from picture where hash = $1";
    private static final String ALL = """
            select hash, type, width, height, content
            from (select p.*, sum(length(p.content)) over (order by wanted.place) as total
                  from unnest($1::text[]) with ordinality as wanted(hash, place) join picture p on p.hash = wanted.hash) summed
            where total <= $2""";
    /** More than any file that is written may hold, in bytes. */
    private static final long MOST = 32L << 20;
    private static final String SHOW = """
            insert into preview_picture (upload, hash, type, width, height, content) values ($6, $1, $2, $3, $4, $5)
            on conflict (upload, hash) do nothing""";

    /** Keeps those that are not kept yet. */
    public Future<Void> add(Tx tx, Album album) {
        return tx.batch(ADD, album.pictures().stream().map(PictureStore::tuple).toList());
    }

    /** Keeps the pictures of a file beside its items, until the file is confirmed or dropped. */
    public Future<Void> show(Tx tx, UUID upload, Album album) {
        return tx.batch(SHOW, album.pictures().stream().map(picture -> tuple(picture).addValue(upload)).toList());
    }

    private static Tuple tuple(Picture picture) {
        return Tuple.tuple(new ArrayList<>(List.of(picture.hash(), picture.type().code(), picture.width(),
                picture.height(), Buffer.buffer(picture.content()))));
    }

    public Future<Optional<Picture>> find(Tx tx, String hash) {
        return tx.one(FIND, PictureStore::picture, hash);
    }

    /** Those of these hashes, from the first on, as many as may be held in memory together. */
    public Future<Album> album(Tx tx, Set<String> hashes) {
        return hashes.isEmpty() ? Future.succeededFuture(Album.EMPTY)
                : tx.list(ALL, PictureStore::picture, hashes.toArray(String[]::new), MOST).map(Album::of);
    }

    /** A picture of a row with these five columns. */
    public static Picture picture(Row row) {
        return new Picture(row.getString("hash"), PictureType.parse(row.getString("type")).orElseThrow(),
                row.getInteger("width"), row.getInteger("height"), row.getBuffer("content").getBytes());
    }
}
