package org.activationdesk.document;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Dates a document by what it says, not by when it was rendered. */
final class PdfDate {
    private PdfDate() {}

    static void stamp(PDDocument pdf, Instant dated) {
        Calendar date = GregorianCalendar.from(dated.atZone(ZoneOffset.UTC));
        pdf.getDocumentInformation().setCreationDate(date);
        pdf.getDocumentInformation().setModificationDate(date);
        pdf.setDocumentId(dated.toEpochMilli());
    }
}
