using System.Text;

namespace KaizenGate.MSBuild;

/// <summary>Joins arguments to a command line that the program parses into the same arguments.</summary>
internal static class CommandLineText
{
    public static string Of(IEnumerable<string> arguments) => string.Join(" ", arguments.Select(Quoted));

    // The rules of Windows, and of .NET everywhere: a backslash escapes only before a quote.
    private static string Quoted(string argument)
    {
        var text = new StringBuilder("\"");
        var backslashes = 0;
        foreach (var character in argument)
        {
            if (character == '"')
            {
                text.Append('\\', backslashes + 1);
            }

            backslashes = character == '\\' ? backslashes + 1 : 0;
            text.Append(character);
        }

        return text.Append('\\', backslashes).Append('"').ToString();
    }
}
