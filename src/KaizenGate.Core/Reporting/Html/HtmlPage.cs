using System.Security.Cryptography;
using System.Text;
using KaizenGate.Core.Escaping;

namespace KaizenGate.Core.Reporting.Html;

/// <summary>
/// A page that needs nothing but itself: no script, no font, no picture from elsewhere, and a policy that forbids the
/// browser to fetch or run anything, whatever a backlog holds. It is XML as well, so that any parser tells whether it is whole.
/// </summary>
internal static class HtmlPage
{
    /// <summary>Three bars that rise, in the colour of the brand.</summary>
    private const string Icon =
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%230f7a4d' d='M1 10h4v5H1zm5-4h4v9H6zm5-5h4v14h-4z'/%3E%3C/svg%3E";

    /// <param name="title">What the browser shows in its tab.</param>
    /// <param name="body">All of the body.</param>
    /// <param name="stream">Receives UTF-8; it stays open.</param>
    public static void Write(string title, Markup body, Stream stream)
    {
        var style = Stylesheet.Load();
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
}

/// <summary>The one style sheet of all pages, and the name under which the page's own policy admits it.</summary>
/// <param name="Text">The style sheet.</param>
/// <param name="Source"><c>sha256-…</c> of exactly this text, for a Content-Security-Policy.</param>
internal sealed record Stylesheet(string Text, string Source)
{
    public static Stylesheet Load()
    {
        using var stream = typeof(Stylesheet).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // A browser counts a line break as \n, however the file was checked out.
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        return new(text, $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}");
    }
}
