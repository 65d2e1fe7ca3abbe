package org.pufa.campaign;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.CanonicalJson;
import org.pufa.kernel.Sha256;
import org.pufa.ledger.Count;
import org.pufa.ledger.Entries.SheetBody;
import org.pufa.ledger.Recount;
import org.pufa.vault.SealedColumn;
import org.pufa.vault.Vault;

/**
 * What people write in their own words. It is sealed and kept beside the sheet, whose member {@code words} holds only a
 * salted digest of each text: the digest tells nothing by itself, it is what is counted and what the chain seals, and
 * it stays when the text is erased.
 */
public final class Words {

    /** Where the ledger keeps them. */
    public static final List<SealedColumn> COLUMNS = List.of(
            new SealedColumn("words", "entry", "words", List.of("campaign_id", "attempt")),
            new SealedColumn("words", "sheet", "words", List.of("campaign_id", "number")));

    /** The member of a sheet that belongs to this class alone. */
    public static final String MEMBER = "words";

    private static final byte[] LABEL = "pufa-words-1\0".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT_BYTES = 16;

    private final Vault vault;
    private final SecureRandom random;

    public Words(Vault vault, SecureRandom random) {
        this.vault = Objects.requireNonNull(vault);
        this.random = Objects.requireNonNull(random);
    }

    /**
     * A sheet as it goes to the ledger.
     *
     * @param words sealed, or null where nobody wrote any
     */
    record Sheet(String body, byte[] words) {
    }

    Sheet sheet(CampaignId campaign, Filled filled) {
        if (filled.words().isEmpty()) {
            return new Sheet(CanonicalJson.text(filled.sheet()), null);
        }
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var digests = new TreeMap<String, Object>();
        filled.words().forEach((field, text) -> digests.put(field, digest(salt, field, text)));
        var body = new HashMap<>(filled.sheet());
        body.put(MEMBER, digests);
        String plain = CanonicalJson.text(Map.of("salt", Base64.getEncoder().encodeToString(salt), MEMBER,
                filled.words()));
        return new Sheet(CanonicalJson.text(body),
                vault.seal(plain.getBytes(StandardCharsets.UTF_8), purpose(campaign)));
    }

    private static String digest(byte[] salt, String field, String text) {
        byte[] name = field.getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(LABEL, salt,
                new byte[] {(byte) (name.length >> 8), (byte) name.length}, name, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String purpose(CampaignId campaign) {
        return COLUMNS.get(0).purposeOf(campaign.value());
    }

    /** The same sheet with the texts themselves in place of their digests, and null in place of those that are erased. */
    public SheetBody opened(Vault.Look look, CampaignId campaign, SheetBody sheet) {
        if (!sheet.body().contains("\"" + MEMBER + "\":{")) {
            return sheet;
        }
        var body = new JsonObject(sheet.body());
        var texts = sheet.words().map(sealed -> plain(look.open(sealed.getBytes(), purpose(campaign)))
                .getJsonObject(MEMBER)).orElse(new JsonObject());
        var digests = body.getJsonObject(MEMBER);
        digests.fieldNames().stream().toList().forEach(field -> digests.put(field, texts.getString(field)));
        return new SheetBody(body.encode(), sheet.score(), Optional.empty());
    }

    private static JsonObject plain(byte[] bytes) {
        return new JsonObject(Buffer.buffer(bytes));
    }

    /** How the sheets of a campaign are counted again, and its words held against their digests. */
    public Recount recount(Campaign campaign) {
        return new Recount() {
            @Override
            public List<Count> counts(String body) {
                return campaign.content().counts(body);
            }

            @Override
            public boolean holds(String body, Buffer words) {
                return vault.holds(words.getBytes(), purpose(campaign.id()), plain -> agree(body, plain(plain)));
            }
        };
    }

    private static boolean agree(String body, JsonObject plain) {
        var digests = new JsonObject(body).getJsonObject(MEMBER, new JsonObject());
        var texts = plain.getJsonObject(MEMBER);
        byte[] salt = Base64.getDecoder().decode(plain.getString("salt"));
        return digests.fieldNames().equals(texts.fieldNames()) && texts.fieldNames().stream().allMatch(field ->
                digests.getString(field).equals(digest(salt, field, texts.getString(field))));
    }
}
