using System.Text;

namespace KaizenGate.Fuzz;

/// <summary>Changes bytes, lines and words of an input.</summary>
internal sealed class Mutator(Random random)
{
    private const int MostBytes = 16 * 1024;
    private const int MostChanges = 6;

    public byte[] Mutate(IReadOnlyList<byte[]> pool)
    {
        var input = pool[random.Next(pool.Count)];
        for (var left = random.Next(1, MostChanges + 1); left > 0; left--)
        {
            input = random.Next(10) switch
            {
                0 => Replaced(input, Place(input), 1, [(byte)random.Next(256)]),
                1 => Replaced(input, Place(input), random.Next(8), []),
                2 or 3 => Replaced(input, Place(input), random.Next(2) * random.Next(6), Word()),
                4 => Replaced(
                    input,
                    LineStart(input),
                    0,
                    [.. Word(), .. (byte[])(random.Next(2) == 0 ? [(byte)'\n'] : [])]
                ),
                5 => WithoutLine(input),
                6 => WithLine(input, input),
                7 => WithLine(input, pool[random.Next(pool.Count)]),
                8 => [.. input.AsSpan(0, Place(input)), .. Tail(pool[random.Next(pool.Count)])],
                _ => Repeated(input),
            };
            if (input.Length > MostBytes)
            {
                input = input[..MostBytes];
            }
        }

        return input;
    }

    private int Place(byte[] input) => random.Next(input.Length + 1);

    private byte[] Word()
    {
        var word = Dictionary.Words[random.Next(Dictionary.Words.Length)];
        return Encoding.UTF8.GetBytes(word);
    }

    private ReadOnlySpan<byte> Tail(byte[] input) => input.AsSpan(Place(input));

    private static byte[] Replaced(byte[] input, int start, int length, byte[] with)
    {
        var end = Math.Min(input.Length, start + length);
        return [.. input.AsSpan(0, start), .. with, .. input.AsSpan(end)];
    }

    private int LineStart(byte[] input) => input.AsSpan(0, Place(input)).LastIndexOf((byte)'\n') + 1;

    private (int Start, int End) Line(byte[] input)
    {
        var start = LineStart(input);
        var length = input.AsSpan(start).IndexOf((byte)'\n') + 1;
        return (start, length == 0 ? input.Length : start + length);
    }

    private byte[] WithoutLine(byte[] input)
    {
        var (start, end) = Line(input);
        return [.. input.AsSpan(0, start), .. input.AsSpan(end)];
    }

    /// <summary>Copies up to six lines of an input to another place.</summary>
    private byte[] WithLine(byte[] input, byte[] from)
    {
        var (start, end) = Line(from);
        for (var more = random.Next(6); more > 0 && end < from.Length; more--)
        {
            var next = from.AsSpan(end).IndexOf((byte)'\n') + 1;
            end = next == 0 ? from.Length : end + next;
        }

        var at = LineStart(input);
        return [.. input.AsSpan(0, at), .. from.AsSpan(start, end - start), .. input.AsSpan(at)];
    }

    private byte[] Repeated(byte[] input)
    {
        var start = Place(input);
        var part = input.AsSpan(start, Math.Min(input.Length - start, random.Next(1, 12)));
        var result = new List<byte>([.. input.AsSpan(0, start)]);
        for (var times = random.Next(1, 1 << random.Next(1, 9)); times > 0; times--)
        {
            result.AddRange(part);
        }

        result.AddRange(input.AsSpan(start));
        return [.. result];
    }
}
