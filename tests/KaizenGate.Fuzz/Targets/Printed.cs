namespace KaizenGate.Fuzz.Targets;

/// <summary>What reaches a terminal or a log.</summary>
internal static class Printed
{
    /// <summary>The formats that consist of commands to a build server.</summary>
    private static readonly string[] Commands = ["github", "azure", "teamcity"];

    public static void MustBeInert(string text, string format)
    {
        foreach (var line in text.Split('\n'))
        {
            BrokenInvariantException.Unless(
                !line.Any(sign => sign is < ' ' or '\u007F' or (>= '\u0080' and <= '\u009F') || IsBidirectional(sign)),
                $"{format} prints a control character: {line}"
            );
            if (!Commands.Contains(format))
            {
                BrokenInvariantException.Unless(
                    !line.Contains("##vso[", StringComparison.Ordinal)
                        && !line.Contains("##teamcity[", StringComparison.Ordinal)
                        && !line.TrimStart().StartsWith("::", StringComparison.Ordinal),
                    $"{format} prints a command to a build server: {line}"
                );
            }
        }
    }

    private static bool IsBidirectional(char sign) =>
        sign is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
