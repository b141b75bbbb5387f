namespace KaizenGate.Core.Escaping;

/// <summary>Paths as URIs: relative to the root of the repository, or absolute for a file outside of it.</summary>
internal static class SarifUri
{
    public static string Of(string path)
    {
        var encoded = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        return path.StartsWith('/') ? $"file://{encoded}"
            : path.Length > 2 && char.IsAsciiLetter(path[0]) && path[1] == ':' && path[2] == '/'
                ? $"file:///{path[..2]}{encoded[4..]}"
            : encoded;
    }
}
