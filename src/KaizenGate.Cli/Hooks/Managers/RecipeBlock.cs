using System.Collections.Immutable;
using System.Text;

namespace KaizenGate.Cli.Hooks.Managers;

/// <summary>Lines that a recipe adds to a file.</summary>
/// <param name="Keys">The keys above the lines, outermost first, in a structured file.</param>
/// <param name="Lines">The lines below these keys, without their indentation.</param>
internal sealed record RecipeBlock(ImmutableArray<string> Keys, string Lines)
{
    /// <summary>Returns the lines with the keys above them in YAML, without the outermost ones.</summary>
    /// <param name="known">How many keys to leave out.</param>
    public string Below(int known)
    {
        var text = new StringBuilder();
        var indent = "";
        foreach (var key in Keys.Skip(known))
        {
            text.Append(indent).Append(key).Append(":\n");
            indent += "  ";
        }

        foreach (var line in Lines.TrimEnd('\n').Split('\n'))
        {
            text.Append(indent).Append(line).Append('\n');
        }

        return text.ToString();
    }
}
