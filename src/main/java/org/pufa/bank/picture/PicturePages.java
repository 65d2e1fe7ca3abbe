package org.pufa.bank.picture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pufa.bank.Picture;
import org.pufa.db.Database;
import org.pufa.kernel.Problem;
import org.pufa.web.Pages;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/**
 * Serves pictures of questions to everybody who knows their address. That is a hash of 256 bits which cannot be guessed
 * and is told only with the question itself, to whoever is given a paper with it and to staff; so nobody is asked who
 * they are, and phones and proxies may keep a picture for good. Pictures of files that were not confirmed yet are not
 * served here.
 */
public final class PicturePages implements Routes {

    private static final Pattern FILE = Pattern.compile("([0-9a-f]{64})\\.(png|jpg)");
    private static final String FOREVER = "public, max-age=31536000, immutable";
    /** In bytes: the pictures of the quizzes that run. */
    private static final long REMEMBERED = 16L << 20;

    private final Pages pages;
    private final Database database;
    private final PictureStore store = new PictureStore();
    private final Cache<String, View> remembered = Caffeine.newBuilder().maximumWeight(REMEMBERED)
            .weigher((String file, View view) -> Picture.LARGEST).build();

    public PicturePages(Pages pages, Database database) {
        this.pages = pages;
        this.database = database;
    }

    @Override
    public void mount(Router router) {
        router.get("/pictures/:file").handler(pages.page(this::picture));
    }

    private Future<View> picture(Request request) {
        Matcher file = FILE.matcher(request.path("file"));
        if (!file.matches()) {
            throw unknown();
        }
        View known = remembered.getIfPresent(file.group());
        return known != null ? Future.succeededFuture(known)
                : database.read(tx -> store.find(tx, file.group(1))).map(found -> view(found
                        .filter(picture -> picture.type().extension().equals(file.group(2)))
                        .orElseThrow(PicturePages::unknown)).header("Cache-Control", FOREVER))
                        .onSuccess(view -> remembered.put(file.group(), view));
    }

    private static Problem unknown() {
        return Problem.notFound("bank.picture.unknown");
    }

    /** The picture itself; not to be kept unless a header says so. */
    public static View view(Picture picture) {
        return View.bytes(picture.type().contentType(), Buffer.buffer(picture.content()));
    }
}
