using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Html;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>Links to lines of files.</summary>
/// <param name="Base">
/// The prefix of paths relative to the repository: the address of the files on the host (<c>https://github.com/o/r/blob/1a2b3c/</c>)
/// or the path from the page (<c>../</c>). Null or any other value disables links.
/// </param>
internal sealed record SourceLinks(string? Base)
{
    /// <summary>The address of a line, or of the file without a line; null for files outside of the repository and for unsafe addresses.</summary>
    public string? To(SourceFile file, int? line)
    {
        if (
            Base is null
            || !IsSafe(Base)
            || Path.IsPathRooted(file.RootPath)
            || file.RootPath.Split('/').Contains("..")
        )
        {
            return null;
        }

        // "./" prevents a browser from parsing the start of the path as a scheme.
        return $"{(Base.Length == 0 ? "./" : Base)}{SarifUri.Of(file.RootPath)}{(line is null ? "" : $"#L{line}")}";
    }

    /// <summary>Writes a link, or only its text.</summary>
    public void Write(Markup html, SourceFile file, int? line, string text)
    {
        if (To(file, line) is { } address)
        {
            html.Add($"<a href=\"{address}\" rel=\"noreferrer\">{text}</a>");
        }
        else
        {
            html.Add($"{text}");
        }
    }

    private static bool IsSafe(string address) =>
        address.StartsWith("https://", StringComparison.Ordinal)
        || address.StartsWith("http://", StringComparison.Ordinal)
        || address.Split('/').All(part => part is ".." or "." or "" || !part.Contains(':', StringComparison.Ordinal))
            && !address.StartsWith('/');
}
