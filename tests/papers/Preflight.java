// Says of each file whether it is PDF/A-1b, by Apache PDFBox Preflight. Exits with 1 if one is not.
import java.io.File;
import org.apache.pdfbox.preflight.*;
import org.apache.pdfbox.preflight.parser.PreflightParser;
public class Preflight {
  public static void main(String[] files) throws Exception {
    boolean all = true;
    for (String name : files) {
      PreflightParser parser = new PreflightParser(new File(name));
      parser.parse(Format.PDF_A1B);
      try (PreflightDocument document = parser.getPreflightDocument()) {
        document.validate();
        ValidationResult result = document.getResult();
        all &= result.isValid();
        System.out.println(name + " " + (result.isValid() ? "PDF/A-1b" : "NOT PDF/A-1b"));
        for (ValidationResult.ValidationError e : result.getErrorsList()) System.out.println("  " + e.getErrorCode() + " " + e.getDetails());
      }
    }
    System.exit(all ? 0 : 1);
  }
}
