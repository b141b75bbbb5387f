using System.Security.Cryptography;
using System.Text;
using KaizenGate.Core.Escaping;

namespace KaizenGate.Core.Reporting.Html;

/// <summary>
/// A self-contained page: no scripts, no external fonts or images, and a policy that forbids the browser to load or run
/// anything, whatever a backlog contains. It is also valid XML, so that an XML parser can check it.
/// </summary>
internal static class HtmlPage
{
    private const string Icon =
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%230f7a4d' d='M1 10h4v5H1zm5-4h4v9H6zm5-5h4v14h-4z'/%3E%3C/svg%3E";

    /// <summary>Writes UTF-8 and leaves the stream open.</summary>
    public static void Write(string title, Markup body, Stream stream)
    {
        var style = Stylesheet();
        var head = new Markup();
        head.Add($"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
        head.Add(
            $"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{style.Source}'; img-src data:; base-uri 'none'; form-action 'none'\"/>\n"
        );
        head.Add($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        head.Add(
            $"<meta name=\"color-scheme\" content=\"light dark\"/>\n<meta name=\"referrer\" content=\"no-referrer\"/>\n"
        );
        head.Add($"<title>{title}</title>\n<link rel=\"icon\" href=\"{Icon}\"/>\n<style>");
        using var writer = ReportStream.Text(stream);
        writer.Write(head.ToString());
        writer.Write(style.Text);
        writer.Write("</style>\n</head>\n<body>\n");
        writer.Write(body.ToString());
        writer.Write("</body>\n</html>\n");
    }

    /// <summary>Returns the style sheet of all pages, and its hash for the policy: <c>sha256-…</c>.</summary>
    private static (string Text, string Source) Stylesheet()
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // Browsers hash line breaks as \n, however the file was checked out.
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        return (text, $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}");
    }
}
