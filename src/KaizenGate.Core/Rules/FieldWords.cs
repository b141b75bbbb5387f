using System.Text;
using KaizenGate.Backlogs;

namespace KaizenGate.Rules;

/// <summary>Field names in messages.</summary>
internal static class FieldWords
{
    /// <summary>The name in lower-case words: <c>target date</c>.</summary>
    public static string Of(FieldName name)
    {
        var words = new StringBuilder();
        foreach (var letter in $"{name}")
        {
            words.Append(char.IsUpper(letter) && words.Length > 0 ? " " : "").Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
