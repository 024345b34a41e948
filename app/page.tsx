import { Header } from '@/components/chrome/header';
import { catalogue } from '@/simulations/catalogue';

export default function HomePage() {
  return (
    <>
      <Header home="./" current="home" />
      <main className="p-8">
        <ul id="scenarios">
          {catalogue.map(({ slug, question }) => (
            <li key={slug}>
              <a href={`lab/${slug}`}>{question}</a>
            </li>
          ))}
        </ul>
      </main>
    </>
  );
}
