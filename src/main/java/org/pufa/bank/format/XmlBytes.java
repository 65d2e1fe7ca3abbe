package org.pufa.bank.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * The characters of an XML file. The parser could decode them itself, but writes to the error stream of the process
 * whatever bytes it cannot read.
 */
final class XmlBytes {

    private static final int HEAD = 200;
    private static final Pattern DECLARED = Pattern.compile("^<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

    private XmlBytes() {
    }

    /** By its byte order mark, by its declaration, or else as UTF-8. Bytes that are no such text fail when read. */
    static Reader text(InputStream in) throws XMLStreamException {
        try {
            var bytes = new BufferedInputStream(in);
            bytes.mark(HEAD);
            byte[] head = bytes.readNBytes(HEAD);
            bytes.reset();
            int mark = head.length > 2 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF
                    ? 3 : 0;
            bytes.skipNBytes(mark);
            return new InputStreamReader(bytes, charset(head).newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT));
        } catch (IOException e) {
            throw new XMLStreamException(e);
        }
    }

    private static Charset charset(byte[] head) throws XMLStreamException {
        boolean wide = head.length > 1 && (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF
                || head[0] == (byte) 0xFF && head[1] == (byte) 0xFE);
        if (wide) {
            return StandardCharsets.UTF_16;
        }
        var declared = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
        try {
            return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new XMLStreamException(e);
        }
    }
}
