package city.dure.papers;

import city.dure.papers.PaperRefused.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Writes a PDF anew with only what is seen: no properties, XMP, embedded files, scripts, actions or
 * earlier revisions.
 */
final class Pdfs {
    private static final int MAX_PAGES = 50;
    private static final int MAX_OBJECTS = 200_000;

    /** What says, hides or does something beside the page (ISO 32000-2). */
    private static final List<String> REMOVED =
            List.of(
                    "AA",
                    "AF",
                    "EF",
                    "EmbeddedFiles",
                    "JS",
                    "JavaScript",
                    "Metadata",
                    "OpenAction",
                    "PieceInfo",
                    "RichMediaContent",
                    "URI",
                    "XFA",
                    "Collection",
                    "LastModified");

    private static final Set<String> ACTIONS =
            Set.of(
                    "JavaScript",
                    "Launch",
                    "SubmitForm",
                    "ImportData",
                    "GoToR",
                    "GoToE",
                    "URI",
                    "Rendition",
                    "Movie",
                    "Sound",
                    "ResetForm",
                    "Hide",
                    "RichMediaExecute");

    private static final Set<String> REMOVED_ANNOTATIONS =
            Set.of("FileAttachment", "RichMedia", "Movie", "Sound", "Screen", "3D");

    private Pdfs() {}

    static byte[] clean(byte[] file) {
        if (PdfStreams.tooLarge(file)) {
            throw new PaperRefused(Reason.TOO_COMPLEX);
        }
        if (!endsProperly(file)) {
            throw new PaperRefused(Reason.BROKEN);
        }
        try (PDDocument document = Loader.loadPDF(file)) {
            requireReadable(document);
            strip(document);
            var out = new ByteArrayOutputStream(file.length);
            document.save(out);
            return out.toByteArray();
        } catch (InvalidPasswordException e) {
            throw new PaperRefused(Reason.ENCRYPTED, e);
        } catch (IOException | RuntimeException e) {
            throw e instanceof PaperRefused refused ? refused : new PaperRefused(Reason.BROKEN, e);
        }
    }

    // PDFBox repairs a file that was cut off into one with fewer pages; people must be told
    // instead.
    private static boolean endsProperly(byte[] file) {
        byte[] end = {'%', '%', 'E', 'O', 'F'};
        for (int i = file.length - end.length; i >= Math.max(0, file.length - 2048); i--) {
            if (Arrays.equals(file, i, i + end.length, end, 0, end.length)) {
                return true;
            }
        }
        return false;
    }

    private static void requireReadable(PDDocument document) throws IOException {
        if (document.isEncrypted()) {
            throw new PaperRefused(Reason.ENCRYPTED);
        }
        int pages = document.getNumberOfPages();
        if (pages == 0) {
            throw new PaperRefused(Reason.BROKEN);
        }
        if (pages > MAX_PAGES) {
            throw new PaperRefused(Reason.TOO_MANY_PAGES);
        }
        for (var page : document.getPages()) {
            page.getMediaBox();
        }
    }

    private static void strip(PDDocument document) {
        document.setDocumentInformation(new PDDocumentInformation());
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>(List.of(document.getDocument().getTrailer()));
        while (!open.isEmpty()) {
            COSBase next = open.pop();
            if (seen.add(next)) {
                stripOne(next, open);
            }
            if (seen.size() > MAX_OBJECTS) {
                throw new PaperRefused(Reason.TOO_COMPLEX);
            }
        }
    }

    private static void stripOne(COSBase next, Deque<COSBase> open) {
        if (next instanceof COSObject reference && reference.getObject() != null) {
            open.push(reference.getObject());
        } else if (next instanceof COSArray array) {
            keepHarmless(array);
            array.forEach(each -> push(open, each));
        } else if (next instanceof COSDictionary dictionary) {
            stripDictionary(dictionary);
            dictionary.getValues().forEach(each -> push(open, each));
        }
    }

    private static void stripDictionary(COSDictionary dictionary) {
        REMOVED.forEach(key -> dictionary.removeItem(COSName.getPDFName(key)));
        if (ACTIONS.contains(String.valueOf(dictionary.getNameAsString(COSName.S)))) {
            dictionary.clear();
        }
    }

    private static void keepHarmless(COSArray array) {
        for (var each = array.iterator(); each.hasNext(); ) {
            if (isRemovedAnnotation(each.next())) {
                each.remove();
            }
        }
    }

    private static boolean isRemovedAnnotation(COSBase each) {
        COSBase value = each instanceof COSObject reference ? reference.getObject() : each;
        return value instanceof COSDictionary dictionary
                && REMOVED_ANNOTATIONS.contains(
                        String.valueOf(dictionary.getNameAsString(COSName.SUBTYPE)));
    }

    private static void push(Deque<COSBase> open, COSBase each) {
        if (each instanceof COSObject
                || each instanceof COSArray
                || each instanceof COSDictionary) {
            open.push(each);
        }
    }
}
