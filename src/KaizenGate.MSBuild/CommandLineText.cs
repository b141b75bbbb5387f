using System.Text;

namespace KaizenGate.MSBuild;

/// <summary>Arguments as one text, so that the program gets each as it is.</summary>
internal static class CommandLineText
{
    public static string Of(IEnumerable<string> arguments) => string.Join(" ", arguments.Select(Quoted));

    // As Windows takes them apart, and .NET everywhere: a backslash escapes only in front of a quote.
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
