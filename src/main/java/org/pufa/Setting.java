package org.pufa;

import java.util.Locale;

/** Everything that can be configured: an environment variable {@code PUFA_…}, or the same key in a properties file. */
public enum Setting {

    CONFIG("", "a properties file with the same keys; environment variables win over it"),
    HOST("127.0.0.1", "address to listen on; 0.0.0.0 for all"),
    PORT("8080", "port to listen on; 0 for any free one"),
    PUBLIC_URL("", "address under which people reach the platform, such as https://pufa.example.gov.cn"),
    DATA("data", "directory of the embedded database and of the secret"),
    DATABASE_URL("", "an external PostgreSQL (14 or newer): postgresql://user:password@host:port/database"),
    DATABASE_PORT("0", "port of the embedded PostgreSQL on 127.0.0.1; 0 for any free one"),
    DATABASE_POOL("12", "connections to the database at most"),
    SECRET("", "64 hex digits that sign tokens; the same on all nodes; kept in the data directory when not given"),
    KEYS("", "keys that seal personal data, with commas between, the last one seals; the same on all nodes; kept in"
            + " the data directory when not given"),
    SAMPLES("true", "whether an empty database gets the three ready campaigns"),
    SECOND_PERSON("true", "whether a launch needs a second person's approval"),
    ADMIN_SECOND_FACTOR("false", "whether administrators must sign in with a second factor"),
    OIDC_ISSUER("", "an identity provider (OpenID Connect) through which staff may sign in, as it spells itself"),
    OIDC_CLIENT_ID("", "what the platform is called there"),
    OIDC_CLIENT_SECRET("", "its secret there; nothing for a public client"),
    OIDC_LABEL("统一身份认证", "what the identity provider is called on the sign-in page"),
    OIDC_LABEL_EN("the bureau's identity provider", "the same in English"),
    OIDC_CLAIM("preferred_username", "what tells whose account it is: preferred_username, or email (verified)"),
    TRUSTED_PROXIES("0", "how many proxies of your own stand in front"),
    EVENT_LOOPS("0", "threads that serve requests; 0 for half of the processors"),
    LANES("1", "chains each node writes at a time for each campaign"),
    QUEUE("5000", "submissions that may wait in each lane before further ones are told to come back"),
    SHUTDOWN_SECONDS("15", "how long running requests may take to finish when the platform stops"),
    LOG_FORMAT("text", "how the log is written to standard error: text or json"),
    ALARM_BURST_FACTOR("10", "an alarm when five minutes bring so many times the usual entries"),
    ALARM_BURST_LEAST("100", "and at least so many entries"),
    ALARM_QUIET_MINUTES("15", "an alarm when so many minutes bring no entry"),
    ALARM_QUIET_USUAL("60", "where an hour usually brings at least so many"),
    ALARM_FAILED_PERCENT("2", "an alarm when so many of a hundred submissions fail"),
    ALARM_REFUSED_PERCENT("50", "or so many are refused, within five minutes"),
    ALARM_ERROR_LEAST("50", "of at least so many submissions"),
    ALARM_CLOSING_HOURS("24", "an alarm so many hours before a campaign closes"),
    SITE_NAME("杭州人社普法", "name beside the seal"),
    SITE_NAME_EN("Hangzhou Labor Law", "the same in English"),
    ORGANIZER("杭州市人力资源和社会保障局", "主办单位 in the footer"),
    ORGANIZER_EN("Hangzhou Human Resources and Social Security Bureau", "the same in English"),
    PHONE("12333", "咨询电话 in the footer"),
    ICP("", "ICP 备案 number in the footer"),
    PUBLIC_SECURITY("", "公安备案 number in the footer"),
    SITE_CODE("", "网站标识码 in the footer"),
    FEEDBACK_URL("", "address of the 投诉建议 page in the footer");

    private final String standard;
    private final String meaning;

    Setting(String standard, String meaning) {
        this.standard = standard;
        this.meaning = meaning;
    }

    /** The environment variable, such as {@code PUFA_PORT}. */
    public String variable() {
        return "PUFA_" + name();
    }

    /** The value when nothing is set. */
    public String standard() {
        return standard;
    }

    /** One sentence for the operator. */
    public String meaning() {
        return meaning;
    }

    boolean isSecret() {
        return this == SECRET || this == DATABASE_URL || this == OIDC_CLIENT_SECRET || this == KEYS;
    }

    @Override
    public String toString() {
        return variable().toLowerCase(Locale.ROOT);
    }
}
