import { expect, test } from './app.ts'
import { chooseCard, chooseHours, choosePlace, chooseRole } from './first-run.ts'
import { exactValue, field, headline, saved } from './on-screen.ts'

test('four answers lead to the price that must be asked; with a price and a share comes the net, and all is there after the server was killed', async ({
  page,
  app,
}) => {
  await expect(headline(page)).toHaveText('What must a rented hour bring to beat leaving it off?')
  await chooseRole(page)
  await chooseCard(page, 'GeForce RTX 3090')
  await choosePlace(page, 'US: Texas')
  await chooseHours(page, 'Always')
  await expect(
    page.getByRole('heading', { name: /a rented GPU-hour must bring \$\d.* at 20\s% rented/ }),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Keep it and open the calculator' }).click()
  await expect(page.getByRole('combobox', { name: 'Scenario' })).toHaveValue(/./)

  await expect(headline(page)).toHaveText(/To beat leaving it off, a rented GPU-hour must bring/)
  await expect(field(page, 'Price')).toHaveValue('')
  await expect(field(page, 'Rented share of up hours')).toHaveValue('')
  await field(page, 'Price').fill('0.21')
  await expect(headline(page)).toHaveText(/it must be rented [\d.]+\s% of its up hours/)
  await field(page, 'Rented share of up hours').fill('41')
  await expect(headline(page)).toHaveText(/On your assumption of 41\s% rented at \$0\.21 an hour, it /)
  await saved(page)
  const shown = {
    sentence: await headline(page).textContent(),
    net: await exactValue(page, 'Net per month'),
    value: await exactValue(page, 'Net present value'),
  }
  expect(shown.net).toMatch(/^-?\d+\.\d{6,}$/)

  await page.goto('about:blank')
  await app.restart('SIGKILL')
  await page.goto(await app.freshLink())
  await expect(headline(page)).toHaveText(shown.sentence ?? '')
  expect({
    sentence: await headline(page).textContent(),
    net: await exactValue(page, 'Net per month'),
    value: await exactValue(page, 'Net present value'),
  }).toEqual(shown)
  await expect(field(page, 'Price')).toHaveValue('0.21')
  await expect(field(page, 'Rented share of up hours')).toHaveValue('41')
})
