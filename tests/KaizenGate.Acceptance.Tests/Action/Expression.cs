namespace KaizenGate.Acceptance.Tests.Action;

/// <summary>The part of GitHub's expressions that the action uses: paths, strings, <c>!</c>, <c>==</c>, <c>!=</c>, <c>&amp;&amp;</c> and <c>||</c>.</summary>
/// <param name="text">The expression, without <c>${{ }}</c>.</param>
/// <param name="valueOf">The value of a path such as <c>inputs.version</c>; empty if there is none.</param>
internal sealed class Expression(string text, Func<string, string> valueOf)
{
    private int at;

    /// <summary>Replaces all <c>${{ … }}</c> in a text.</summary>
    public static string Replace(string template, Func<string, string> valueOf)
    {
        while (template.IndexOf("${{", StringComparison.Ordinal) is >= 0 and var start)
        {
            var end = template.IndexOf("}}", start, StringComparison.Ordinal);
            var value = new Expression(template[(start + 3)..end].Trim(), valueOf).Value();
            template = template[..start] + value + template[(end + 2)..];
        }

        return template;
    }

    public string Value()
    {
        var value = Or();
        return at == text.Length ? value : throw Unknown();
    }

    public static bool IsTrue(string value) => value is not ("" or "false");

    private string Or()
    {
        var value = And();
        while (Take("||"))
        {
            var other = And();
            value = IsTrue(value) ? value : other;
        }

        return value;
    }

    private string And()
    {
        var value = Comparison();
        while (Take("&&"))
        {
            var other = Comparison();
            value = IsTrue(value) ? other : value;
        }

        return value;
    }

    private string Comparison()
    {
        var value = Operand();
        return Take("==") ? Of(IsSame(value, Operand()))
            : Take("!=") ? Of(!IsSame(value, Operand()))
            : value;
    }

    private string Operand()
    {
        if (Take("!"))
        {
            return Of(!IsTrue(Operand()));
        }

        if (Take("'"))
        {
            var end = text.IndexOf('\'', at);
            var literal = text[at..end];
            at = end + 1;
            return literal;
        }

        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '.' or '-' or '_'))
        {
            at++;
        }

        return at > start ? valueOf(text[start..at]) : throw Unknown();
    }

    private bool Take(string token)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        if (!text.AsSpan(at).StartsWith(token))
        {
            return false;
        }

        at += token.Length;
        while (token != "'" && at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return true;
    }

    private static bool IsSame(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static string Of(bool value) => value ? "true" : "false";

    private InvalidOperationException Unknown() => new($"not understood at {at}: {text}");
}
