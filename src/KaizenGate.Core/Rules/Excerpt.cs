using System.Text;

namespace KaizenGate.Rules;

/// <summary>How messages quote what a backlog says.</summary>
internal static class Excerpt
{
    /// <summary>Longest quotation, in UTF-16 code units.</summary>
    private const int Longest = 60;

    /// <summary>Quotes a text on one line; a long one is cut.</summary>
    public static string Of(string text)
    {
        var quoted = new StringBuilder("\"", Longest + 3);
        foreach (var rune in text.EnumerateRunes())
        {
            if (quoted.Length + rune.Utf16SequenceLength > Longest)
            {
                quoted.Append('…');
                break;
            }

            quoted.Append(Rune.IsControl(rune) ? ' ' : rune);
        }

        return quoted.Append('"').ToString();
    }
}
